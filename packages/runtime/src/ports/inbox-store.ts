/** A signed message of another system, kept before it is answered. */
export interface InboxMessage {
  id: string
  companyId: string
  /** The workflow that it starts. */
  workflowId: string
  /** The sender's own id: with the workflow it is taken once. */
  messageId: string
  /** As the sender says. */
  sentAt: Date
  receivedAt: Date
  body: string
  /** received = nobody has worked on it yet. */
  state: 'received' | 'started' | 'refused'
  /** What was not started, and why. */
  reason?: string
  /** The forms that it named. */
  submissionIds?: readonly string[]
  /** How often working on it failed. */
  tries: number
  settledAt?: Date
}

export interface InboxStore {
  /** false = this message arrived before. */
  insert(message: InboxMessage): Promise<boolean>
  get(id: string): Promise<InboxMessage | undefined>
  /** Newest first. */
  list(which: { workflowId: string; before?: string; limit: number }): Promise<InboxMessage[]>
  /** false = somebody else worked on it meanwhile. */
  settle(
    message: Pick<InboxMessage, 'id'> &
      Required<Pick<InboxMessage, 'state' | 'submissionIds' | 'settledAt'>> &
      Pick<InboxMessage, 'reason'>,
  ): Promise<boolean>
  /** How often working on it failed, with this time. */
  countFailure(id: string): Promise<number>
}
