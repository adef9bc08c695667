// What stands above a sheet that somebody asked for: who wants it back, by when, and the ways to send it.

import { element } from "../shared/dom.js";
import { download } from "../shared/download.js";
import { filled } from "../shared/text.js";

const MAIL = /^[^\s@<>(),;:"?&#]+@[^\s@<>(),;:"?&#]+\.[a-z]{2,}$/i;

/**
 * @param {HTMLElement} banner
 * @param {HTMLFormElement} form
 * @param {{asked: Record<string, string>, whole: boolean}} came
 * @param {Record<string, string>} words
 */
export function showBanner(banner, form, { asked, whole }, words) {
  const who = [asked.team, asked.council].filter(Boolean).join(", ") || words.somebody;
  const day = inWords(asked.day);
  put("[data-asked-who]", filled(day ? words.asked_by : words.asked, { who, day }));
  put(
    "[data-asked-where]",
    [asked.contact, asked.place].filter(Boolean).length
      ? filled(words.send_to, { where: [asked.contact, asked.place].filter(Boolean).join(", ") })
      : "",
  );
  put("[data-asked-note]", asked.note ?? "");
  put("[data-asked-cut]", whole ? "" : words.link_cut);
  const status = banner.querySelector("[data-asked-said]");
  const mail = banner.querySelector("[data-asked-mail]");
  const share = banner.querySelector("[data-asked-share]");
  mail.hidden = !MAIL.test(asked.contact ?? "");
  // Another link may come while the page is open: then only that one counts.
  mail.onclick = async () => {
    const file = await fileOf(form);
    download(file.name, file.type, file);
    status.textContent = filled(words.mail_ready, { file: file.name });
    const title = banner.dataset.title;
    const subject = encodeURIComponent(filled(words.mail_subject, { title }));
    const body = encodeURIComponent(filled(words.mail_body, { title, file: file.name }).replaceAll("\\n", "\r\n"));
    const letter = element("a");
    letter.href = `mailto:${asked.contact}?subject=${subject}&body=${body}`;
    letter.hidden = true;
    banner.append(letter); // so that leaving.js sees where it leads
    setTimeout(() => letter.click(), 500); // when the file is saved
  };
  share.hidden = !canShare();
  share.onclick = async () => {
    try {
      await navigator.share({ files: [await fileOf(form)], title: banner.dataset.title });
      status.textContent = words.shared;
    } catch (error) {
      if (error.name !== "AbortError") status.textContent = words.not_shared; // the reader may have changed their mind
    }
  };
  banner.hidden = false;

  function put(selector, text) {
    const place = banner.querySelector(selector);
    place.textContent = text;
    place.hidden = !text;
  }
}

function canShare() {
  const sample = new File(["x"], "x.docx", {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  });
  return Boolean(navigator.canShare?.({ files: [sample] }));
}

// The sheet with its answers, from the worksheet's own script: see worksheet/tools.js.
async function fileOf(form) {
  const detail = {};
  form.dispatchEvent(new CustomEvent("give-file", { detail }));
  return detail.file;
}

// Nothing for half of a day, or for one that there is not, such as 31 February.
function inWords(day) {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.valueOf()) || !date.toISOString().startsWith(day)) return undefined;
  return date.toLocaleDateString(document.documentElement.lang, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
