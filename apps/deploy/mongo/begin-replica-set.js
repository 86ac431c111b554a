// For mongosh, once the three members answer; harmless when the set is there already.
const notYetInitialised = 94
const members = ['mongo-1', 'mongo-2', 'mongo-3'].map((host, _id) => ({ _id, host: `${host}:27017` }))

try {
  rs.status()
} catch (error) {
  if (error.code !== notYetInitialised) throw error
  rs.initiate({ _id: 'rs0', members })
}
while (!db.hello().primary) sleep(250)
