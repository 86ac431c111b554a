import type { FieldMapping } from './field-mapping.ts'

/** The vendor stands in the lines that are sent: one order for each vendor that they name (G-02). */
export function isPerVendor({ vendor, materials }: Pick<FieldMapping, 'vendor' | 'materials'>): boolean {
  return vendor !== undefined && vendor === materials
}
