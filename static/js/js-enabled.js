// First thing in <body>, so that what needs JavaScript is laid out at once. Where a script then does not come, what it
// would have opened is open again.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLScriptElement) {
      document.body.classList.remove("js-enabled", "govuk-frontend-supported");
    }
  },
  true,
);
