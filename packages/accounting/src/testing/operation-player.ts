import type { Connector } from '../connector/connector.ts'
import type { Operation, WireAnswer, WireRequest } from '../connector/wire-exchange.ts'

/** An answer as a test gives it: 200 unless it says otherwise. */
export interface ToldAnswer {
  status?: number
  headers?: Record<string, string>
  body?: unknown
}

/** Runs operations on given answers, as a driver does; gives what they asked and how they ended. */
export function operationPlayer(classify: Connector['classify']) {
  return <Result>(plan: Operation<Result>, answers: ToldAnswer[]) => {
    const asked: WireRequest[] = []
    let ended: unknown
    try {
      let turn = plan.next()
      for (const { status = 200, headers = {}, body = '' } of answers) {
        if (turn.done) break
        asked.push(turn.value)
        const answer: WireAnswer = { status, headers, body }
        const error = classify(answer)
        turn = error === null ? plan.next(answer) : plan.throw(error)
      }
      if (!turn.done) asked.push(turn.value)
      ended = turn.done ? turn.value : 'asks on'
    } catch (error) {
      ended = error
    }
    return { asked, ended }
  }
}
