const marks = /(<!-- settings -->\n)[\s\S]*?(<!-- \/settings -->)/

/** The page with the table between its two marks renewed. */
export function withSettingsTable(page: string, table: string): string {
  return page.replace(marks, (...[, begin, end]: string[]) => `${begin}\n${table}\n\n${end}`)
}
