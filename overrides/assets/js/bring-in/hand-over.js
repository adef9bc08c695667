// Answers on their way from “Bring sheets in” to the worksheet's own page, in this tab only.

const keyOf = (site, id) => `bring-in:${site}:${id}`;

/**
 * @returns {boolean} whether the browser let them be kept
 */
export function handOver(site, id, from, text) {
  try {
    sessionStorage.setItem(keyOf(site, id), JSON.stringify({ from, text }));
    return true;
  } catch {
    return false;
  }
}

/** Leaves for another page, by a link: in a folder, links are led to their files. */
export function goTo(address, place) {
  const link = document.createElement("a");
  link.href = address;
  link.hidden = true;
  place.append(link);
  link.click();
}

/**
 * What was handed over for this worksheet; it is taken away.
 * @returns {{from: string, text: string} | undefined}
 */
export function handedOver(site, id) {
  try {
    const raw = sessionStorage.getItem(keyOf(site, id));
    sessionStorage.removeItem(keyOf(site, id));
    return raw ? JSON.parse(raw) : undefined;
  } catch {
    return undefined;
  }
}
