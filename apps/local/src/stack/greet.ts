import type { Say } from '../house/say.ts'
import type { House } from './bring-up.ts'

const roles = ['admin', 'bookkeeper', 'approver', 'field', 'viewer', 'auditor']

/** What a person needs to begin: where, as whom, how to stop. */
export function greet(house: House, say: Say): void {
  say('')
  say(`  Fieldledger       ${house.url}`)
  say(`  Practice ledgers  ${house.sandboxUrl}`)
  if (house.practice) {
    say(`  Sign in as        ${roles.map((role) => `${role}@practice.example`).join(', ')}`)
    say(`  Password          ${house.demoPassword}`)
  } else {
    say(`  First sign-in     with the one-time code in ${house.dataFolder}/logs/api.log`)
  }
  say('')
  say('  Ctrl+C stops it; everything is kept.')
}
