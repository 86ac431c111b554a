/** A row of GET /connections/:id/remote/… */
export interface RemoteRow {
  id: string
  name: string
  active: boolean
  detail?: string
}

interface WireRow {
  reference?: { id: string }
  remote?: { id: string; name?: string }
  id?: string
  name?: string
  active?: boolean
  number?: string
  sku?: string
  email?: string
}

export function remoteRow(row: WireRow): RemoteRow {
  const detail = row.number ?? row.sku ?? row.email
  return {
    id: row.id ?? row.reference?.id ?? row.remote?.id ?? '',
    name: row.name ?? row.remote?.name ?? '',
    active: row.active ?? true,
    ...(detail === undefined ? {} : { detail }),
  }
}
