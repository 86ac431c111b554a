const causes: [RegExp, (dbpath: string) => string][] = [
  [
    /DBPathInUse|Unable to lock the lock file/,
    (dbpath) => `Another MongoDB already uses ${dbpath}: stop it, or set FIELDLEDGER_DATA to another folder.`,
  ],
  [
    /No space left on device|ENOSPC/,
    () => 'The disk is full: free about 1 GB, or set FIELDLEDGER_DATA to a folder on another disk.',
  ],
  [/Address already in use/, () => 'MongoDB’s port was taken in between: run the command again.'],
  [
    /Permission denied|IllegalOperation: Attempted to create a lock file on a read-only/,
    (dbpath) =>
      `${dbpath} may not be written: give yourself the right to, or set FIELDLEDGER_DATA to another folder.`,
  ],
  [
    /UPGRADE PROBLEM|featureCompatibilityVersion|unsupported WiredTiger file version/,
    (dbpath) =>
      `${dbpath} was written by another version of MongoDB: set FIELDLEDGER_MONGOD to that version, or move the folder away to begin anew.`,
  ],
]

/** Why mongod ended while it was starting, from the end of its log. */
export function explainMongodEnd(options: { dbpath: string; log: string }): string {
  const known = causes.find(([pattern]) => pattern.test(options.log))
  if (known) return known[1](options.dbpath)
  return `MongoDB ended while starting: read the last lines of logs/mongod.log in the data folder, or set FIELDLEDGER_MONGOD to another mongod.\n${options.log.slice(-600)}`
}
