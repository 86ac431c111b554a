export interface PracticeSettings {
  practice: boolean
  host: string
  demoPassword: string | undefined
}

export class PracticePasswordMissing extends Error {
  readonly code = 'practice-password-missing'
  readonly retryable = false
  constructor() {
    super(
      'The practice sign-ins need a password when others can reach this machine: set FIELDLEDGER_DEMO_PASSWORD, or FIELDLEDGER_PRACTICE=off.',
    )
    this.name = 'PracticePasswordMissing'
  }
}

const loopback = ['127.0.0.1', 'localhost', '::1']

/** `practice` is no secret: it opens practice companies to this machine alone. */
export function practicePassword({ host, demoPassword }: PracticeSettings): string {
  if (demoPassword !== undefined) return demoPassword
  if (!loopback.includes(host)) throw new PracticePasswordMissing()
  return 'practice'
}
