import { autoElectric } from './auto-electric.ts'
import { construction } from './construction.ts'

export interface SeedVendor {
  name: string
  phone: string
  email: string
  address: { Line1: string; City: string; PostalCode: string }
  active?: boolean
}

export interface SeedItem {
  name: string
  sku: string
  description: string
  type: 'Inventory' | 'NonInventory' | 'Service'
  price: number
  cost: number
  onHand?: number
  expense?: string
  active?: boolean
}

export interface Trade {
  vendors: readonly SeedVendor[]
  customers: readonly string[]
  employee: string
  items: readonly SeedItem[]
  classes: readonly string[]
}

/** The name of a practice company tells which trade it is in. */
export function tradeByName(companyName: string): Trade {
  return /auto|electric|volt|motor|garage|vehicle/i.test(companyName) ? autoElectric : construction
}
