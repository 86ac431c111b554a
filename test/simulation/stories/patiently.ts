import type { FrontDesk } from './front-desk.ts'
import type { Stage } from './stage.ts'

/** Asks again where no answer came, and then lets it be. */
export async function patiently(
  { desk, world }: Pick<Stage, 'desk' | 'world'>,
  work: Parameters<FrontDesk['ask']>[0],
): Promise<boolean> {
  for (let tries = 0; tries < 3; tries += 1) {
    const answer = await desk.ask(work)
    if (answer.got === 'answer') return true
    await world.sleep(world.chance.between(20, 800))
  }
  return false
}
