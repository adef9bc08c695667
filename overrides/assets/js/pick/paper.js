// Prints a pack: a cover, the contents and each part, put together in this page and taken away again afterwards.

import { fill } from "./panel.js";
import { pageAt, printable } from "./pages.js";
import { minutesOf, peopleOf } from "./sums.js";

const STYLES = ["assets/css/worksheet.css", "assets/css/pack-paper.css"];
const PATIENCE = 5000; // milliseconds for pictures; a pack without one is better than none

// Puts the pack into the page and prints it. Returns the part whose page could not be had, or undefined.
export async function printPack({ form, parts, speak, root, title }) {
  await Promise.all(STYLES.map((path) => styled(new URL(path, root).href)));
  const pages = await Promise.allSettled(parts.map(({ url }) => pageAt(new URL(url, root).href)));
  const lost = pages.findIndex(({ status }) => status === "rejected");
  if (lost >= 0) return parts[lost];
  const drawn = parts.map((part, at) => printable(pages[at].value, part, root, at + 1));
  const paper = form.querySelector("template[data-cover]").content.firstElementChild.cloneNode(true);
  paper.querySelector("[data-title]").textContent = title;
  paper.querySelector("[data-sum]").textContent = speak.sum(parts);
  fill(paper.querySelector("[data-untimed]"), minutesOf(parts).untimed.map((part) => speak.say("time_of", part)));
  paper.querySelector("[data-address]").textContent = location.href;
  fill(paper.querySelector("[data-people]"), peopleOf(parts));
  paper.querySelector("[data-contents]").append(...parts.map((part, at) => entry(speak.name(part), at + 1)));
  paper.append(...drawn);
  document.body.append(paper);
  document.body.classList.add("has-paper");
  addEventListener("afterprint", () => {
    paper.remove();
    document.body.classList.remove("has-paper");
  }, { once: true });
  await pictures(paper);
  print();
}

// What only paper needs is fetched when something is to be printed, once. Throws where it cannot be had.
function styled(href) {
  if (document.querySelector(`link[href="${href}"]`)) return undefined;
  return new Promise((done, failed) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", media: "print", href, onload: done });
    link.onerror = () => {
      link.remove(); // so that it can be tried again
      failed(new Error(href));
    };
    document.head.append(link);
  });
}

function entry(text, number) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#pack-${number}`;
  link.textContent = text;
  item.append(link);
  return item;
}

async function pictures(paper) {
  const all = [...paper.querySelectorAll("img")].map((picture) => {
    picture.loading = "eager";
    return picture.decode().catch(() => {});
  });
  await Promise.race([Promise.all(all), new Promise((done) => setTimeout(done, PATIENCE))]);
}
