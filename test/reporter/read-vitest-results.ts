import { relative } from 'node:path'
import type { Layer, ShownTest } from './shown-test.ts'

interface VitestResults {
  testResults: {
    name: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

export function readVitestResults(options: {
  root: string
  layer: Layer
  results: VitestResults
}): ShownTest[] {
  const { root, layer, results } = options
  return results.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      title: fullName,
      file: relative(root, name),
      layer,
      outcome: status === 'passed' || status === 'failed' ? status : 'skipped',
    })),
  )
}
