import { codeOnly } from '../code-only.ts'
import type { Rule, SourceFile } from '../source-file.ts'

const names = 'quickbooks|intuit|xero|netsuite|freshbooks|zoho|myob|kashflow|quickfile|freeagent|odoo|reckon'
const atHome = /^(packages\/connectors\/|apps\/local\/src\/practice\/|test\/|docs\/)/

/** No provider is named outside its connector: elsewhere code branches on capability flags. */
export const providersStayInside: Rule = (files) => {
  const provider = new RegExp(`\\b\\w*(${[names, ...connectorFolders(files)].join('|')})[\\w-]*`, 'gi')
  return files
    .filter(({ path }) => !atHome.test(path))
    .flatMap((file) =>
      [...codeOnly(file.text).matchAll(provider)].map(([found]) => ({
        path: file.path,
        rule: 'providers stay inside',
        found,
      })),
    )
}

function connectorFolders(files: SourceFile[]): string[] {
  return files.flatMap(
    ({ path }) => /^packages\/connectors\/src\/([^/]+)\/connector\.ts$/.exec(path)?.[1] ?? [],
  )
}
