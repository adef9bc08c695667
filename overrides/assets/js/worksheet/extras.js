// What a worksheet's page can do beside being filled in, each fetched when it is wanted: suggestions, dates, comments.

import { kindOf } from "./boxes.js";

/**
 * @param {object} page see entries/worksheet.js: `sheet`, `scope`, `keep` and the ways to say what happened
 */
export function watchExtras(page) {
  const { sheet, scope, tell } = page;
  const { form } = sheet;
  const dates = document.querySelector("[data-calendar]");
  const comments = document.querySelector("[data-comments]");

  const styled = once(async () => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = form.dataset.extras;
    document.head.append(link);
  });

  // Suggestions come with the first box that is used, or when there are other sheets from which rows may come.
  const suggest = once(
    async () => {
      if (!form.dataset.origins) return;
      styled();
      (await import("./suggestions.js")).suggest(page);
    },
    () => {},
  );
  form.addEventListener("focusin", suggest, { once: true });
  if (isAnyKept("worksheet", "project")) suggest();

  if (dates) {
    dates.hidden = false;
    const words = JSON.parse(dates.dataset.words);
    const make = async () => {
      const { make: file } = await import("./calendar-file.js");
      dates.querySelector("[data-calendar-status]").textContent = file(form, JSON.parse(dates.dataset.sheet), words);
    };
    dates.querySelector("button").addEventListener("click", () => make().catch(() => tell("tool_failed")));
    const pointOut = once(
      async () => {
        styled();
        (await import("./holidays.js")).pointOut(form, JSON.parse(dates.dataset.holidays), words);
      },
      () => {},
    );
    form.addEventListener("change", ({ target }) => kindOf(target) === "date" && pointOut());
    if ([...form.querySelectorAll('input[type="date"]')].some(({ value }) => value)) pointOut();
  }

  const comment = once(
    async () => {
      styled();
      const { openComments } = await import("./comments.js");
      comments.querySelector("[data-comments-open]").hidden = true;
      comments.querySelector("[data-comments-part]").hidden = false;
      openComments({ sheet, scope, place: comments, words: JSON.parse(comments.dataset.words) });
    },
    () => tell("tool_failed"),
  );
  comments.hidden = false;
  comments.querySelector("button").addEventListener("click", comment);
  const commented = `comments:${scope}:${form.dataset.worksheet}`;
  if (isAnyKept(commented)) comment();
  addEventListener("storage", ({ key }) => key === commented && comment()); // a file brought some
}

// Until it has come: where it could not be fetched, the next try tries again.
function once(work, failed = () => {}) {
  let isUnderWay = false;
  return async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    try {
      await work();
    } catch {
      isUnderWay = false;
      failed();
    }
  };
}

function isAnyKept(...starts) {
  try {
    return [localStorage, sessionStorage].some((area) =>
      Array.from({ length: area.length }, (_, at) => area.key(at)).some((key) =>
        starts.some((start) => key.startsWith(start)),
      ),
    );
  } catch {
    return false; // a browser that keeps nothing
  }
}
