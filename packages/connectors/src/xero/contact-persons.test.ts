import { expect, test } from 'vitest'
import { emailsOf, toEmails } from './contact-persons.ts'

const contact = { ContactID: 'c', Name: 'Acme', EmailAddress: 'a@x.example' }
const ann = { FirstName: 'Ann', EmailAddress: 'ann@x.example', IncludeInEmails: true }
const silent = { FirstName: 'Sid', EmailAddress: 'sid@x.example', IncludeInEmails: false }
const ours = { EmailAddress: 'b@x.example', IncludeInEmails: true }

test('S2-06 the further addresses of a vendor are the persons of its contact who are written to, each once', () => {
  const doubled = { EmailAddress: 'A@x.example ', IncludeInEmails: true }
  expect(emailsOf({ ...contact, ContactPersons: [ann, silent, doubled, { FirstName: 'No address' }] })).toBe(
    'a@x.example, ann@x.example',
  )
  expect(emailsOf({ ...contact, EmailAddress: '', ContactPersons: [ours] })).toBe('b@x.example')
  expect(emailsOf({ ...contact, EmailAddress: '' })).toBeUndefined()
})

test('S2-06 a person whom somebody named there stays when its address goes here; an address of ours goes', () => {
  const name = 'Acme'
  expect(toEmails({ name, email: 'a@x.example, b@x.example, B@x.example' }, [ann, silent])).toEqual({
    first: 'a@x.example',
    persons: [ours, { ...ann, IncludeInEmails: false }, silent],
  })
  expect(toEmails({ name, email: 'a@x.example, ann@x.example' }, [ann, silent, ours])).toEqual({
    first: 'a@x.example',
    persons: [ann, silent],
  })
  expect(toEmails({ name, email: 'b@x.example, c@x.example, ann@x.example' }, [ann, ours]).persons).toEqual([
    { EmailAddress: 'c@x.example', IncludeInEmails: true },
    ann,
  ])
  expect(toEmails({ name }, [ours])).toEqual({ first: '', persons: [] })
})

test('S2-06 more addresses than a contact there can have are refused with a sentence, none is dropped', () => {
  const email = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `${letter}@x.example`).join(', ')
  expect(toEmails({ name: 'Acme', email: email.slice(0, -13) }, []).persons).toHaveLength(5)
  expect(() => toEmails({ name: 'Acme', email }, [])).toThrow('“Acme” would have 6. Take away addresses here')
})
