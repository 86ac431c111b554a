import type { Request, Router } from 'express'
import { type Static, type TObject, type TOptional, type TSchema, type TString, Type } from 'typebox'
import { ControlRefused, readControl } from './control-request.ts'
import type { Place } from './practice-books.ts'

/** How many vendors and items are put into the books at one go. */
const CrowdRequest = Type.Object(
  {
    vendors: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
    items: Type.Optional(Type.Integer({ minimum: 0, maximum: 50_000 })),
  },
  { additionalProperties: false },
)

type NewPlace = TObject<{ name: TString; id: TOptional<TString> }>

interface PlaceBooks<Kept extends Place, New, Settings> {
  places: ReadonlyMap<string, Kept>
  make(wanted: New): Kept
  changeSettings(place: string, settings: Settings): void
  addCrowd(place: string, crowd: { vendors: number; items: number }): void
  settled(): Promise<void>
}

interface Parts<Kept extends Place, New extends NewPlace, Settings extends TSchema> {
  books: PlaceBooks<Kept, Static<New>, Static<Settings>>
  /** What the service calls a company. */
  word: string
  NewPlace: New
  Settings: Settings
  placeOf: (request: Request) => Kept
  describe: (place: Kept) => unknown
  count: (place: Kept) => { vendors: number; items: number }
}

/** `/realms` among the control requests: list, make, look into the books, switch settings, fill with a crowd. */
export function addPlaceRoutes<Kept extends Place, New extends NewPlace, Settings extends TSchema>(
  router: Router,
  parts: Parts<Kept, New, Settings>,
): void {
  const { books, word, placeOf } = parts
  router.get('/realms', (_request, response) => {
    response.json([...books.places.values()].map(({ id, name }) => ({ id, name })))
  })
  router.post('/realms', async (request, response) => {
    const wanted = readControl(parts.NewPlace, request.body)
    const taken = wanted.id !== undefined && books.places.has(wanted.id)
    if (taken) throw new ControlRefused(`${word} ${wanted.id} exists already.`, 409)
    const { id, name } = books.make(wanted)
    await books.settled()
    response.status(201).json({ id, name })
  })
  router.get('/realms/:realm/books', (request, response) => {
    response.json(parts.describe(placeOf(request)))
  })
  router.post('/realms/:realm/crowd', async (request, response) => {
    const { vendors = 0, items = 0 } = readControl(CrowdRequest, request.body)
    const place = placeOf(request)
    books.addCrowd(place.id, { vendors, items })
    await books.settled()
    response.json(parts.count(place))
  })
  router.post('/realms/:realm/settings', async (request, response) => {
    const place = placeOf(request)
    books.changeSettings(place.id, readControl(parts.Settings, request.body))
    await books.settled()
    response.json(place.settings)
  })
}
