// What the workbook of a whole project holds, shown before it is taken: each worksheet, how much of it differs from what
// is here, and what could not be read.

import { answersOf } from "../shared/kept-values.js";
import { isBlank, rowKeys } from "../shared/answers.js";
import { button, element } from "../shared/dom.js";
import { isSame } from "../shared/same-answer.js";
import { scopeOf } from "../shared/scope.js";
import { filled } from "../shared/text.js";
import { choices, headed, row } from "./preview.js";
import { inWords } from "./labels.js";

const MANY = 400; // problems that are listed; all are kept

/**
 * @param {HTMLElement} place
 * @param {{from: string, project: {community: string, parts: import("./project-in.js").Part[]}, site: string,
 *   words: Record<string, string>, hasTool: boolean}} shown `hasTool`: whether this page can take it
 * @param {{take: (how: string) => void, leave: () => void}} done
 */
export function showProject(place, { from, project, site, words, hasTool }, { take, leave }) {
  const { parts } = project;
  const scope = scopeOf(site);
  const compared = parts.map((part) => ({ part, ...differences(part, answersOf(scope, part.id)) }));
  const head = element("h4", "bring-in__title", filled(words.project_found, { file: from }));
  head.tabIndex = -1;
  const nodes = [head];
  if (!parts.length) nodes.push(element("p", "", words.nothing));
  else nodes.push(table(compared, words));
  const wrong = parts.flatMap(({ title, wrong: all }) => all.map((each) => ({ title, ...each })));
  if (wrong.length) {
    const lines = wrong.map(({ title, label, value, why }) => `${title}, ${label}: “${value}”. ${words[why]}`);
    nodes.push(problems(words.unread, lines));
  }
  const strays = parts.flatMap(({ title, unplaced }) =>
    unplaced.map(([name, value]) => `${title}, ${name}: ${inWords(value, words)}`),
  );
  if (strays.length) nodes.push(problems(words.no_place, strays));
  const ways = hasTool && compared.some(({ here }) => here) ? choices(words) : undefined;
  if (ways) {
    ways.querySelector('[value="replace"]').nextSibling.textContent = ` ${words.how_replace_project}`;
    nodes.push(ways);
  }
  const line = element("p", "bring-in__buttons");
  const way = () => ways?.querySelector(":checked").value ?? "both";
  if (parts.length) line.append(button("button", hasTool ? words.take : words.open_project, "", () => take(way())));
  line.append(" ", button("tool", parts.length ? words.leave : words.close, "", leave));
  nodes.push(line);
  place.replaceChildren(...nodes);
  place.hidden = false;
  head.focus();
}

function problems(title, lines) {
  const box = element("div", "bring-in__problems");
  const list = element("ul");
  list.append(...lines.slice(0, MANY).map((line) => element("li", "", line)));
  box.append(element("p", "bring-in__part", title), list);
  return box;
}

// How many answers of the file there are, and how many stand otherwise here. `here`: whether anything stands here.
function differences({ values, tables }, answers) {
  const keys = new Map(
    tables.map(({ id, first, columns }) => [id, rowKeys(answers, { id, first, columns: new Set(columns) })]),
  );
  let differing = 0;
  for (const [name, value] of values) {
    const [id, number, column] = name.split(".");
    const key = keys.has(id) ? keys.get(id)[Number(number) - 1] : number;
    const now = answers.values.get(column ? `${id}.${key}.${column}` : name)?.value;
    if (!isBlank(now) && !isSame(now, value)) differing += 1;
  }
  return { count: values.length, differing, here: [...answers.values.values()].some(({ value }) => !isBlank(value)) };
}

function table(compared, words) {
  const scroll = element("div", "table-scroll");
  Object.assign(scroll, { tabIndex: 0, role: "region", ariaLabel: words.list });
  const drawn = element("table", "bring-in__table");
  const heads = [words.sheet_name, words.in_file, words.differ_here];
  drawn.append(
    row(
      heads.map((text) => headed(text, "col")),
      "thead",
    ),
  );
  const body = element("tbody");
  for (const { part, count, differing } of compared) {
    const line = row([
      headed(part.title, "row"),
      element("td", "", String(count)),
      element("td", "", String(differing)),
    ]);
    line.classList.toggle("bring-in__differs", differing > 0);
    body.append(line);
  }
  drawn.append(body);
  scroll.append(drawn);
  return scroll;
}
