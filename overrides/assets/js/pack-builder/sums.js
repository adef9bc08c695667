// What a pack comes to: how many parts, how many minutes, which people.

import { filled } from "../shared/text.js";

/**
 * How long a pack takes. A worksheet is filled in within the time of its step, so it counts only where its step is not
 * in the pack.
 * @param {object[]} parts
 * @returns {{minutes: number, untimed: object[]}} and those whose time is not known in minutes
 */
export function minutesOf(parts) {
  const steps = new Set(parts.filter(({ kind }) => kind === "step").map(({ id }) => id));
  const counted = parts.filter(({ kind, step }) => kind === "step" || (kind === "worksheet" && !steps.has(step)));
  return {
    minutes: counted.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    untimed: counted.filter(({ minutes }) => minutes === null),
  };
}

/**
 * Everybody that the steps ask for, each once; and who fills in a worksheet whose step is not in the pack.
 * @param {object[]} parts
 * @returns {string[]}
 */
export function peopleOf(parts) {
  const steps = new Set(parts.filter(({ kind }) => kind === "step").map(({ id }) => id));
  const named = parts
    .filter(({ kind, step }) => kind === "step" || (kind === "worksheet" && !steps.has(step)))
    .flatMap(({ people }) => people);
  const byName = new Map();
  for (const person of named) if (!byName.has(person.toLowerCase())) byName.set(person.toLowerCase(), person);
  return [...byName.values()];
}

/**
 * The ways to say what a pack comes to.
 * @param {Record<string, string>} words of the page
 * @returns {object} say, count, what, sum, bar, name, size
 */
export function wording(words) {
  const say = (word, values = {}) => filled(words[word], values);
  const count = (word, number) => (number === 1 ? words[word] : say(`${word}s`, { count: number }));
  const and = (list) => list.reduce((joined, other) => say("and", { one: joined, other }));

  // "2 steps and 1 worksheet"
  function what(parts) {
    const numbers = ["step", "checklist", "worksheet"].map((kind) => [
      kind,
      parts.filter((part) => part.kind === kind).length,
    ]);
    const named = numbers.filter(([, number]) => number).map(([kind, number]) => count(kind, number));
    return named.length ? and([named.slice(0, -1).join(", "), named.at(-1)].filter(Boolean)) : "";
  }

  // "4 hours and 30 minutes"
  function time(minutes) {
    if (minutes < 60) return say("minutes", { minutes });
    const hours = Math.floor(minutes / 60);
    const whole = hours === 1 ? words.hour : say("hours", { count: hours, hours });
    return minutes % 60 ? and([whole, say("minutes", { minutes: minutes % 60 })]) : whole;
  }

  function sum(parts) {
    const { minutes, untimed } = minutesOf(parts);
    const word = minutes ? (untimed.length ? "sum_untimed" : "sum") : untimed.length ? "untimed_only" : "no_time";
    return say(word, { what: what(parts), time: time(minutes) });
  }

  // "Your pack: 2 steps and 1 worksheet"
  function bar(parts) {
    return parts.length ? say("bar", { what: what(parts) }) : words.cleared;
  }

  // What a part is called where parts of all kinds stand together.
  function name({ kind, title }) {
    return kind === "step" ? title : say(`${kind}_named`, { title });
  }

  function size(bytes) {
    const large = bytes >= 1_000_000;
    return say(large ? "megabytes" : "kilobytes", {
      size: large ? (bytes / 1_000_000).toFixed(1) : Math.max(1, Math.round(bytes / 1000)),
    });
  }

  return { say, count, what, sum, bar, name, size };
}
