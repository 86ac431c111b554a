/** How a record is stored: its id is `_id`. */
export type Stored<Entity extends { id: string }> = Omit<Entity, 'id'> & { _id: string; companyId: string }

export function toStored<Entity extends { id: string }>(entity: Entity, companyId: string): Stored<Entity> {
  const { id, ...rest } = entity
  return { ...rest, _id: id, companyId }
}

export function toEntity<Entity extends { id: string }>(stored: Stored<Entity>): Entity {
  const { _id, ...rest } = stored
  return { ...rest, id: _id } as unknown as Entity
}
