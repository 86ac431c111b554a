import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { dirname, resolve } from 'node:path'

/**
 * Stacks name our sources, as with --enable-source-maps; but the map is read with the first stack that somebody reads,
 * not at every start.
 */
export function mapStacks(file) {
  let map
  const mapped = (line, column) => {
    map ??= new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')))
    return map.findEntry(line - 1, column - 1)
  }
  const place = (site) => {
    const text = String(site)
    if (site.getFileName() !== file) return text
    const { originalSource, originalLine, originalColumn } = mapped(
      site.getLineNumber(),
      site.getColumnNumber(),
    )
    if (originalSource === undefined) return text
    const own = `${file}:${site.getLineNumber()}:${site.getColumnNumber()}`
    return text.replace(
      own,
      `${resolve(dirname(file), originalSource)}:${originalLine + 1}:${originalColumn + 1}`,
    )
  }
  Error.prepareStackTrace = (error, sites) => {
    try {
      return [String(error), ...sites.map((site) => `    at ${place(site)}`)].join('\n')
    } catch {
      return [error?.message, ...sites.map((site) => `    at ${site}`)].join('\n')
    }
  }
}
