/** What was really injected, by kind, over all schedules. */
export class FaultCount {
  readonly byKind: Record<string, number> = {}

  happened(kind: string): void {
    this.byKind[kind] = (this.byKind[kind] ?? 0) + 1
  }
}
