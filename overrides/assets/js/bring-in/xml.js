// XML of somebody's file, read without what could make a little of it very much.

import { Unreadable } from "./unreadable.js";

/**
 * @param {string | undefined} text
 * @returns {Document}
 * @throws {Unreadable} where there is none, it is broken, or it declares entities, which no office program writes
 */
export function parsed(text) {
  if (!text) throw new Unreadable("damaged");
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Unreadable("bomb");
  const xml = new DOMParser().parseFromString(text.replace(/^\uFEFF/, ""), "application/xml");
  if (xml.querySelector("parsererror")) throw new Unreadable("damaged");
  return xml;
}

/**
 * The elements with this local name, in any namespace: programs choose prefixes, and a strict file another namespace.
 * @param {Document | Element} node
 * @param {string} name
 * @returns {Element[]}
 */
export function all(node, name) {
  return [...node.getElementsByTagNameNS("*", name)];
}

/**
 * @param {Element} node
 * @param {string} name without its prefix
 * @returns {string | undefined} the attribute
 */
export function attribute(node, name) {
  return [...(node?.attributes ?? [])].find((candidate) => candidate.localName === name)?.value;
}

/**
 * @param {Element | undefined} node
 * @param {string} name
 * @returns {Element | undefined} the first child with that local name
 */
export function child(node, name) {
  return [...(node?.children ?? [])].find((candidate) => candidate.localName === name);
}
