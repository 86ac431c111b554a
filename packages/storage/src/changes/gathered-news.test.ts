import { expect, test } from 'vitest'
import { GatheredNews } from './gathered-news.ts'

const hinting = (companyId: string, ids: readonly string[], work = false) => ({
  outbox: [{ companyId, work, hints: ids.map((id) => ({ topic: 'submissions' as const, id })) }],
  records: [],
})

test('what several commits tell is told once, and then no more', () => {
  const gathered = new GatheredNews()
  gathered.add({ ...hinting('c1', ['s1', 's2']), records: ['users'] })
  gathered.add({ ...hinting('c1', ['s2'], true), records: ['users', 'forms'] })
  gathered.add(hinting('c2', ['s1']))
  for (let time = 0; time < 6000; time += 1) gathered.add(hinting('c2', ['s1']))
  const told = [...hinting('c1', ['s1', 's2'], true).outbox, ...hinting('c2', ['s1']).outbox]
  expect(gathered.take()).toEqual({ outbox: told, records: ['users', 'forms'] })
  expect(gathered.take()).toBeUndefined()
})

test('of more than anybody would look at one by one it says that all is to be looked up again, and who has work', () => {
  const gathered = new GatheredNews()
  gathered.add(hinting('c1', ['s1'], true))
  gathered.add(
    hinting(
      'c2',
      Array.from({ length: 5000 }, (_, number) => `s${number}`),
    ),
  )
  gathered.add(hinting('c2', ['one more']))
  const outbox = [...hinting('c1', [], true).outbox, ...hinting('c2', []).outbox]
  expect(gathered.take()).toEqual({ outbox, records: [], lost: true })
  gathered.add(hinting('c1', ['s1']))
  expect(gathered.take()).toEqual(hinting('c1', ['s1']))
})
