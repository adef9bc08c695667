// What is known of a project when a file of it meets what is on this device.

import { mergedExports } from "../shared/exported-dates.js";

/**
 * Who wrote what stays as both say it. The reader of this device stays who they are, and one who takes over a project is
 * nobody yet: what they write until they name themselves is not counted as their predecessor's.
 * @param {object} mine see shared/project.js
 * @param {object} theirs what the file says; it may be empty
 * @param {number} at when it is taken in
 * @returns {object}
 */
export function mergedFacts(mine, theirs, at) {
  const known = rolesOf(theirs);
  const roles = [...rolesOf(mine)];
  for (const entry of known)
    if (!roles.some(({ role, from }) => role === entry.role && from === entry.from)) roles.push(entry);
  roles.sort((entry, other) => entry.from - other.from);
  const role = mine.role ?? "";
  if (known.length && roles.at(-1).role !== role) roles.push({ role, from: at });
  return {
    ...mine,
    ...theirs,
    community: theirs.community || mine.community || "",
    role,
    ...(roles.length && { roles }),
    checked: newest(mine.checked ?? {}, theirs.checked ?? {}),
    ...((mine.calendar || theirs.calendar) && {
      calendar: mergedExports(mine.calendar ?? {}, theirs.calendar ?? {}),
    }),
  };
}

function rolesOf({ roles, role }) {
  const known = Array.isArray(roles)
    ? roles.filter((entry) => typeof entry?.role === "string" && Number.isFinite(entry.from))
    : [];
  return known.length || !role ? known : [{ role, from: 0 }];
}

function newest(mine, theirs) {
  const all = { ...mine };
  for (const [sheet, one] of Object.entries(theirs)) if (!all[sheet] || one?.at > all[sheet].at) all[sheet] = one;
  return all;
}
