import type { Connection, Model, Schema } from 'mongoose'

/** The model of this name on this connection; registered the first time it is asked for. */
export function modelOn<Row>(connection: Connection, name: string, schema: () => Schema<Row>): Model<Row> {
  return (connection.models[name] as Model<Row> | undefined) ?? connection.model<Row>(name, schema())
}
