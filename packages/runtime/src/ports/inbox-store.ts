/** A message whose forms could not all begin yet, because a run of its workflow is under way with them. */
export interface WaitingForms {
  ids: readonly string[]
  /** Those before them that began. */
  begun: number
  /** Why others did not, for good. */
  reasons: readonly string[]
}

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
  /** Absent = it waits for none of them. */
  waiting?: WaitingForms
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
  /** It is looked at again then; false = somebody else settled it meanwhile. */
  putOff(
    message: Pick<InboxMessage, 'id'> &
      Required<Pick<InboxMessage, 'submissionIds' | 'reason' | 'waiting'>> & { ms: number },
  ): Promise<boolean>
  /** Those of these forms that an earlier message of the workflow waits for. */
  awaited(which: {
    workflowId: string
    before: string
    submissionIds: readonly string[]
  }): Promise<Set<string>>
  /** How often working on it failed, with this time. */
  countFailure(id: string): Promise<number>
}
