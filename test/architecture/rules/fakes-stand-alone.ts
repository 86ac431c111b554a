import { importsOf, resolveRelative } from '../imports.ts'
import { isTest, type Rule, type SourceFile } from '../source-file.ts'

const fake = /^packages\/connectors\/src\/[^/]+\/fake\//
const ourReading = /\/(translate|wire)(\.ts$|\/)/

/** A fake that used our translator would agree with our mistakes; not even by a detour. */
export const fakesStandAlone: Rule = (files) => {
  const byPath = new Map(files.map((file) => [file.path, file]))
  return files
    .filter(({ path }) => fake.test(path) && !isTest(path))
    .flatMap((file) =>
      reachable(file, byPath)
        .filter((path) => ourReading.test(path))
        .map((found) => ({ path: file.path, rule: 'fakes stand alone', found })),
    )
}

function reachable(file: SourceFile, byPath: Map<string, SourceFile>): string[] {
  const seen = new Set<string>()
  const ahead = [file]
  for (let next = ahead.pop(); next; next = ahead.pop())
    for (const specifier of importsOf(next).filter((text) => text.startsWith('.'))) {
      const target = resolveRelative(next, specifier)
      if (seen.has(target)) continue
      seen.add(target)
      const found = byPath.get(target)
      if (found) ahead.push(found)
    }
  return [...seen]
}
