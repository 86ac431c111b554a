import { say } from '../house/say.ts'
import { PracticeRefused } from '../practice/practice-session.ts'
import { seedExamples } from '../practice/seed-examples.ts'

/** The finished examples of the connected practice company. Without them Fieldledger is up all the same. */
export async function makeExamples(at: { apiUrl: string; password: string }): Promise<void> {
  say('Making the examples of the practice company …')
  try {
    await seedExamples(at)
  } catch (error) {
    if (!(error instanceof PracticeRefused)) throw error
    say(error.message)
  }
}
