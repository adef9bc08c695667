// What stands in the marked places of a page: who runs the site, how to reach the team, and what is signed.

import { escapeHtml } from "./named-page.js";
import { ownTokens } from "./colours.js";
import { filled } from "../shared/text.js";

const BLOCK = /:root\{[^{}]*\}/g;

/**
 * @param {object} data the edition's settings
 * @param {Record<string, any>} words of the page
 * @param {string} language
 * @returns {Record<string, string>} HTML by the name of the mark
 */
export function namedParts(data, words, language) {
  const { council, programme, contact, site, published_by: publishedBy, accessibility: signed = {} } = data;
  const runBy = publishedBy ?? council;
  const ways = waysOf(contact, words);
  const thePlace = data.place_with_article ?? data.place;
  return {
    "whose-edition": `<p>${escapeHtml(filled(words.somebodys, { the_place: thePlace }))}</p>`,
    "credited-for": escapeHtml(filled(words.credited_for, { the_place: thePlace })),
    "our-place": escapeHtml(thePlace),
    "our-council": escapeHtml(council),
    "our-programme": escapeHtml(programme),
    ...localParts(data.local ?? {}, words.local),
    programme: escapeHtml(programme),
    "run-by": escapeHtml(runBy),
    committed: escapeHtml(runBy[0].toUpperCase() + runBy.slice(1)),
    website: escapeHtml(site?.url ?? filled(words.site_name, { programme })),
    feedback: ways.length
      ? `<ul class="feedback">${ways.map(({ html }) => `<li class="feedback__way">${html}</li>`).join("")}</ul>`
      : `<p class="feedback__nobody">${escapeHtml(filled(words.feedback_not_yet, { council }))}</p>`,
    reach: ways.length
      ? `<ul>${ways.map(({ label, html }) => `<li>${escapeHtml(label)} ${html}</li>`).join("")}</ul>`
      : `<p>${escapeHtml(filled(words.not_yet, { council }))}</p>`,
    compliance: complianceOf(signed, words),
    signed: signatureOf(signed, words, language),
  };
}

// What only a council can settle, also as it begins a sentence; general words until it has.
function localParts(settled, general) {
  const parts = Object.entries(general).flatMap(([key, others]) => {
    const mark = `local-${key.replaceAll("_", "-")}`;
    const text = settled[key] || others;
    return [
      [mark, escapeHtml(text)],
      [`${mark}-first`, escapeHtml(text[0].toUpperCase() + text.slice(1))],
    ];
  });
  return Object.fromEntries(parts);
}

function waysOf({ email, website, phone }, words) {
  const link = (url, text) => `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
  return [
    email && { label: words.email, html: link(`mailto:${email}`, email) },
    phone && { label: words.phone, html: link(`tel:${phone.replaceAll(" ", "")}`, phone) },
    website && { label: words.website, html: link(website, website) },
  ].filter(Boolean);
}

function complianceOf({ compliance }, words) {
  const phrase = words.compliance[compliance];
  if (!phrase?.before) return `<p><strong>${escapeHtml(words.compliance.unsaid)}</strong></p>`;
  const guidelines = `<a href="https://www.w3.org/TR/WCAG22/">${escapeHtml(words.guidelines)}</a>`;
  return `<p class="fixed">${escapeHtml(phrase.before)} ${guidelines} ${escapeHtml(phrase.after)}</p>`;
}

function signatureOf({ signed_by: by, signed_on: on, reviewed_on: reviewed }, words, language) {
  if (!by || !(on instanceof Date)) return `<p><strong>${escapeHtml(words.unsigned)}</strong></p>`;
  const day = (date) => date.toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
  const prepared = filled(words.prepared, { date: day(on), reviewed: day(reviewed ?? on) });
  return `<p class="fixed">${escapeHtml(prepared)}</p>\n<p>${escapeHtml(filled(words.signed, { by }))}</p>`;
}

/**
 * @param {string} palette as a page of the site has it
 * @param {{primary: string, accent: string}} look
 * @returns {string} with this edition's colours in each of its blocks: light, dark, print
 */
export function ownPalette(palette, { primary, accent }) {
  const schemes = ["light", "dark", "light"];
  let at = -1;
  return palette.replace(BLOCK, (block) => {
    at += 1;
    const others = Object.fromEntries([...block.matchAll(/--([\w-]+):(#[0-9a-f]{6})/g)].map(([, ...pair]) => pair));
    const ours = ownTokens(primary.toLowerCase(), accent.toLowerCase(), schemes[at], others);
    return block.replace(/--([\w-]+):#[0-9a-f]{6}/g, (line, name) => (name in ours ? `--${name}:${ours[name]}` : line));
  });
}
