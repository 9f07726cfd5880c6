// Draws the interactive form of a chart over its static one, once the chart comes into view.
//
//   <figure data-chart="ID" data-plotly-src="..." data-plotly-css="...">
//     <div class="app-chart__static"><svg>...</svg></div>  (one, or a narrow and a wide one)
//     <div class="app-chart__live" hidden></div>
//     <script type="application/json" id="ID-data">[{"minWidth": ..., "data": ..., "layout": ..., "config": ...}]</script>
//   </figure>
//
// The static drawing is the chart: it comes back for print, and stays if anything here fails. Nothing moves, and nothing
// in the interactive drawing takes the keyboard: what it shows on pointing is in the text alternative and the table.

// Plotly looks for a sheet with this id and class, and then writes no styles of its own into the page.
const STYLE_ID = "plotly.js-style-global";
const STYLE_CLASS = "no-inline-styles";
const SOON_IN_VIEW = "200px 0px";

let library = null;

function loadElement(element, parent) {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", () => resolve(element));
    element.addEventListener("error", () => reject(new Error(`${element.src || element.href} did not load`)));
    parent.append(element);
  });
}

function loadStyle(href) {
  if (document.getElementById(STYLE_ID)) {
    return Promise.resolve();
  }
  const link = document.createElement("link");
  link.id = STYLE_ID;
  link.className = STYLE_CLASS;
  link.rel = "stylesheet";
  link.href = href;
  return loadElement(link, document.head);
}

// Once for the page, whichever chart asks first. The sheet goes first: Plotly looks for it while it starts.
function loadPlotly({ plotlySrc, plotlyCss }) {
  library ??= loadStyle(plotlyCss)
    .then(() => {
      const script = document.createElement("script");
      script.src = plotlySrc;
      return loadElement(script, document.head);
    })
    .then(() => window.Plotly);
  return library;
}

function show(figure, isLive) {
  figure.querySelector(".app-chart__static").hidden = isLive;
  figure.querySelector(".app-chart__live").hidden = !isLive;
}

// The last of the forms that has room: each has its lines broken for its own width.
function fitting(figure) {
  const forms = JSON.parse(document.getElementById(`${figure.dataset.chart}-data`).textContent);
  return forms.filter(({ minWidth }) => minWidth <= figure.clientWidth).pop() ?? forms[0];
}

async function draw(figure) {
  const live = figure.querySelector(".app-chart__live");
  try {
    const { minWidth, data, layout, config } = fitting(figure);
    const plotly = await loadPlotly(figure.dataset);
    // Both drawings have one height, so the page does not jump while one replaces the other.
    live.style.minHeight = `${layout.height}px`;
    show(figure, true);
    await plotly.newPlot(live, data, layout, config);
    describe(figure, live);
    figure.dataset.chartDrawn = "";
    figure.dataset.chartFrom = minWidth;
  } catch (error) {
    show(figure, false);
    live.replaceChildren();
    console.warn(`The chart ${figure.dataset.chart} stays as it was drawn by the server.`, error);
  }
}

// The live drawing is one image with the words of the static one, which may name it although it is hidden.
function describe(figure, live) {
  const drawing = figure.querySelector(".app-chart__static svg");
  live.setAttribute("role", "img");
  live.firstElementChild?.setAttribute("aria-hidden", "true");
  for (const name of ["aria-labelledby", "aria-describedby"]) {
    if (drawing?.hasAttribute(name)) {
      live.setAttribute(name, drawing.getAttribute(name));
    }
  }
}

function drawWhenInView(figures) {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) {
          observer.unobserve(target);
          draw(target.closest("figure"));
        }
      }
    },
    { rootMargin: SOON_IN_VIEW },
  );
  // Not the figure: of a folded one the finding is in view, the drawing is not.
  figures.forEach((figure) => observer.observe(figure.querySelector(".app-chart__static")));
}

// A phone that is turned, a window that is made wider: another form may fit.
function drawAgainWhenResized(figures) {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const drawn = target.dataset.chartFrom;
      if (drawn !== undefined && target.clientWidth && drawn !== String(fitting(target).minWidth)) {
        draw(target);
      }
    }
  });
  figures.forEach((figure) => observer.observe(figure));
}

// The finding of a folded chart is in view at once; whoever follows a link to it wants the rest too.
function unfoldTarget() {
  const target = document.getElementById(location.hash.slice(1));
  const fold = target?.closest(".app-chart--folded")?.querySelector("details");
  if (fold) {
    fold.open = true;
  }
}

let unfoldedForPrint = [];

function unfoldForPrint(isPrinting) {
  if (isPrinting) {
    unfoldedForPrint = [...document.querySelectorAll(".app-chart__fold:not([open])")];
  }
  for (const fold of unfoldedForPrint) {
    fold.open = isPrinting;
  }
}

function showForPrint(isPrinting) {
  for (const figure of document.querySelectorAll("figure[data-chart-drawn]")) {
    show(figure, !isPrinting);
  }
}

const figures = document.querySelectorAll("figure[data-chart]");

unfoldTarget();
window.addEventListener("hashchange", unfoldTarget);
window.addEventListener("beforeprint", () => unfoldForPrint(true));
window.addEventListener("afterprint", () => unfoldForPrint(false));

// A reader who asked the browser to save data keeps the static drawing: it says the same.
if (figures.length && "IntersectionObserver" in window && !navigator.connection?.saveData) {
  drawWhenInView(figures);
  drawAgainWhenResized(figures);
  window.addEventListener("beforeprint", () => showForPrint(true));
  window.addEventListener("afterprint", () => showForPrint(false));
}
