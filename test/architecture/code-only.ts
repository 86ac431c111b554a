/** The text without comments, its lines kept. Good enough for rules: a comment begins a line or follows a space. */
export function codeOnly(text: string): string {
  return text
    .replace(/(^|[\s{(,])\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)\/\/[^\n]*/g, '$1')
}
