import { MantineProvider } from '@mantine/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TwoSides } from './two-sides.tsx'

test('each field heads its row, and a side that has nothing says so', () => {
  const page = renderToStaticMarkup(
    <MantineProvider>
      <TwoSides
        label="Both versions"
        headings={{ field: 'Field', left: 'Here', right: 'There' }}
        rows={[{ field: 'Memo', left: 'Gate 4', right: '' }]}
        empty="Empty"
      />
    </MantineProvider>,
  )
  expect(page).toMatch(/<table[^>]* aria-label="Both versions"/)
  const cells = [...page.matchAll(/<(t[hd])\b([^>]*)>([^<]*)</g)].map(
    ([, tag, more = '', text]) => `${tag}${more.includes('scope="row"') ? ' row' : ''} ${text}`,
  )
  expect(cells).toEqual(['th Field', 'th Here', 'th There', 'th row Memo', 'td Gate 4', 'td Empty'])
})
