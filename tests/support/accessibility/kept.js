// What a page keeps before a reader does anything, by name.
() => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...document.cookie.split("; ").filter(Boolean)];
