// Shows what would go out, line by line with what looks private, and hands over what the reader left ticked.

import { csvOf } from "../shared/csv-cells.js";
import { button, element } from "../shared/dom.js";
import { download } from "../shared/download.js";
import { today } from "../shared/due-dates.js";
import { fileName } from "../shared/file-name.js";
import { answersOf } from "../shared/kept-values.js";
import { factsOf } from "../shared/project.js";
import { projectId } from "../shared/project-id.js";
import { filled } from "../shared/text.js";
import { handedOut } from "./assets.js";
import { organizations, services } from "./open-referral.js";

const JSON_TYPE = "application/json";
const CSV_TYPE = "text/csv;charset=utf-8";

/** @param {HTMLElement} place see views/project/assets-out.html @param {string} scope the project's */
export function showAssets(place, scope) {
  const words = JSON.parse(place.dataset.words);
  const say = (word, values) => filled(words[word], values);
  const community = factsOf(scope).community;
  const about = { rings: JSON.parse(place.dataset.rings), names: [place.dataset.place, community] };
  const { partners, assets } = handedOut(answersOf(scope, "partner-map"), answersOf(scope, "asset-map"), about);
  const list = place.querySelector("[data-assets-list]");
  const status = place.querySelector("[data-assets-status]");
  const chosen = new Set([...partners, ...assets].filter(({ doubts }) => !doubts.length));
  const isEmpty = !partners.length && !assets.length;
  list.replaceChildren(...(isEmpty ? [] : [...group("partners", partners), ...group("assets", assets), buttons()]));
  const doubtful = [...partners, ...assets].filter(({ doubts }) => doubts.length).length;
  status.textContent = isEmpty
    ? words.nothing
    : say(doubtful ? (doubtful === 1 ? "doubtful_one" : "doubtful") : "no_doubt", { count: doubtful });

  function group(kind, rows) {
    if (!rows.length) return [];
    const items = rows.map((row, at) => {
      const item = element("li", "project__out");
      const box = element("input", "field__tick");
      box.type = "checkbox";
      box.id = `out-${kind}-${at}`;
      box.checked = chosen.has(row);
      box.addEventListener("change", () => (box.checked ? chosen.add(row) : chosen.delete(row)));
      const label = element("label", "", [row.name, row.offers].filter(Boolean).join(". "));
      label.htmlFor = box.id;
      item.append(box, label);
      for (const { look, words: private_ } of row.doubts)
        item.append(element("p", "project__doubt", say(`look_${look}`, { words: private_ })));
      return item;
    });
    const head = element("h3", "", words[kind]);
    const whole = element("ul", "project__outs");
    whole.append(...items);
    return [head, whole];
  }

  function buttons() {
    const row = element("p", "project__buttons");
    row.append(
      ...["partners_csv", "assets_csv", "organizations", "services"].map((kind) =>
        button(kind === "partners_csv" ? "button" : "tool", words[kind], "", () => hand(kind)),
      ),
    );
    return row;
  }

  function hand(kind) {
    const going = {
      partners: partners.filter((row) => chosen.has(row)),
      assets: assets.filter((row) => chosen.has(row)),
    };
    const project = { uid: projectId(scope), about: say("about", { community: community || place.dataset.place }) };
    const name = `${say(`file_${kind}`)}-${fileName(community, place.dataset.edition)}-${today()}`;
    const [suffix, type, text] = MAKERS[kind](going, project, words);
    download(`${name}.${suffix}`, type, text);
    const count = (kind === "partners_csv" || kind === "organizations" ? going.partners : going.assets).length;
    const message = say(count === 1 ? "made_one" : "made", { file: `${name}.${suffix}`, count });
    status.textContent = kind === "services" ? `${message} ${words.active}` : message;
  }
}

const MAKERS = {
  partners_csv: ({ partners }, _project, { head_partner }) => [
    "csv",
    CSV_TYPE,
    csvOf([[head_partner], ...partners.map(({ name }) => [name])]),
  ],
  assets_csv: ({ assets }, _project, { head_asset, head_offers, head_ring, head_partner }) => [
    "csv",
    CSV_TYPE,
    csvOf([
      [head_asset, head_offers, head_ring, head_partner],
      ...assets.map(({ name, offers, ring, partner }) => [name, offers, ring, partner?.name ?? ""]),
    ]),
  ],
  organizations: ({ partners }, project) => ["json", JSON_TYPE, asJson(organizations(partners, project))],
  services: ({ assets, partners }, project) => [
    "json",
    JSON_TYPE,
    // A partner that the reader held back stays back with its assets too.
    asJson(
      services(
        assets.map((asset) => (partners.includes(asset.partner) ? asset : { ...asset, partner: undefined })),
        project,
      ),
    ),
  ],
};

function asJson(data) {
  return `${JSON.stringify(data, null, 2)}\n`;
}
