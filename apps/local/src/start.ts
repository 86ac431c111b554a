import { runCommand } from './house/run-command.ts'
import { say } from './house/say.ts'
import { StartRefused } from './house/start-refused.ts'
import { greet } from './stack/greet.ts'
import { runHouse } from './stack/run-house.ts'

const known = ['--reset-practice', '--restored']

await runCommand(async () => {
  const args = process.argv.slice(2)
  const unknown = args.find((argument) => !known.includes(argument))
  if (unknown)
    throw new StartRefused(
      'argument',
      `npm start knows no ${unknown}: take npm start -- --reset-practice, npm start -- --restored after a backup was put back, or none.`,
    )
  return runHouse({
    arguments: args,
    whenUp: async (house) => {
      greet(house, say)
      return () => undefined
    },
  })
})
