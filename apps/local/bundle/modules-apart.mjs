/**
 * esbuild wraps each CommonJS module in an object with its path as its one key. V8 remembers some fifteen hundred
 * different first keys of such objects; a program of more modules than that used them up before it began, and from then
 * on every new object of one key was of a shape of its own. Objects without a prototype are not counted.
 */
export function modulesApart(program) {
  return program.replaceAll(/^(var \w+ = __(?:commonJS|esm)\(\{)$/gm, '$1 __proto__: null,')
}
