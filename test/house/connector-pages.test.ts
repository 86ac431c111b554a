import { join } from 'node:path'
import { connectors } from '@fieldledger/connectors'
import { expect, test } from 'vitest'
import { connectorPage } from './connector-page.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'connectors')

test.each(connectors.map((connector) => [connector.id, connector] as const))(
  'docs/connectors/%s.md says what the connector says (vitest -u renews it)',
  async (id, connector) => {
    await expect(connectorPage(connector)).toMatchFileSnapshot(join(folder, `${id}.md`))
  },
)
