export class PortTaken extends Error {
  readonly code = 'PORT_TAKEN'
  readonly retryable = false

  constructor(port: number) {
    super(
      `Port ${port} for the practice ledgers is in use. Stop the other program or set FIELDLEDGER_SANDBOX_PORT to a free port.`,
    )
    this.name = 'PortTaken'
  }
}
