export function showTogether() {}
