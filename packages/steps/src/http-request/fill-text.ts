import { cutAtPlaceholders } from './placeholders.ts'
import { Unfillable } from './unfillable.ts'

export function fillText(template: string, lookUp: (name: string) => string | undefined): string {
  return cutAtPlaceholders(template)
    .map(({ literal, name }) => literal + (name === undefined ? '' : found(name, lookUp(name))))
    .join('')
}

function found<Value>(name: string, value: Value | undefined): Value {
  if (value !== undefined) return value
  throw new Unfillable(
    'unknown-placeholder',
    `The form has nothing that is called {${name}}: correct the step, publish, then revise the form.`,
  )
}
