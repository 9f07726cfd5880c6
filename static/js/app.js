// What every page gains with JavaScript. Every page is whole without it.
import { initAll } from "../vendor/govuk-frontend/govuk-frontend.min.js";
import "./charts.js";
import { offerCopyLinks } from "./copy-link.js";

initAll();
offerCopyLinks(document);
