import type { JsonObject } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'
import { hasPurchaseOrders } from '../rules/plan.ts'

export function companyInfo(realm: Realm): JsonObject {
  return {
    CompanyName: realm.name,
    LegalName: realm.name,
    CompanyAddr: {
      Id: '1',
      Line1: '1 Practice Street',
      City: 'Seattle',
      Country: 'USA',
      CountrySubDivisionCode: 'WA',
      PostalCode: '98101',
    },
    PrimaryPhone: {},
    CompanyStartDate: realm.madeAt.slice(0, 10),
    FiscalYearStartMonth: 'January',
    Country: realm.settings.country,
    Email: { Address: 'office@practice.example' },
    WebAddr: {},
    SupportedLanguages: 'en',
    DefaultTimeZone: 'America/Los_Angeles',
    NameValue: [
      { Name: 'NeoEnabled', Value: 'true' },
      { Name: 'OfferingSku', Value: `QuickBooks Online ${realm.settings.plan}` },
      { Name: 'SubscriptionStatus', Value: realm.settings.subscriptionEnded ? 'CANCELED' : 'PAID' },
      { Name: 'PracticeCompany', Value: 'true' },
    ],
    domain: 'QBO',
    sparse: false,
    Id: '1',
    SyncToken: '0',
    MetaData: { CreateTime: realm.madeAt, LastUpdatedTime: realm.madeAt },
  }
}

export function preferences(realm: Realm): JsonObject {
  const { bookCloseDate, country, multiCurrency, warnDuplicatePurchaseOrderNumber } = realm.settings
  return {
    AccountingInfoPrefs: {
      UseAccountNumbers: true,
      TrackDepartments: true,
      ClassTrackingPerTxn: false,
      ClassTrackingPerTxnLine: true,
      CustomerTerminology: 'Customers',
      ...(bookCloseDate !== null && { BookCloseDate: bookCloseDate }),
    },
    ProductAndServicesPrefs: {
      ForSales: true,
      ForPurchase: true,
      QuantityWithPriceAndRate: true,
      QuantityOnHand: true,
    },
    SalesFormsPrefs: {
      CustomTxnNumbers: true,
      AllowDeposit: false,
      AllowDiscount: false,
      AllowShipping: false,
    },
    VendorAndPurchasesPrefs: {
      EnableBills: true,
      TrackingByCustomer: true,
      BillableExpenseTracking: true,
      UsePurchaseOrder: hasPurchaseOrders(realm),
      WarnDuplicatePurchaseOrderNumber: warnDuplicatePurchaseOrderNumber,
    },
    TaxPrefs: { UsingSalesTax: country !== 'US', PartnerTaxEnabled: false },
    CurrencyPrefs: { MultiCurrencyEnabled: multiCurrency, HomeCurrency: { value: 'USD' } },
    OtherPrefs: { NameValue: [{ Name: 'SalesFormsPrefs.DefaultTerms', Value: '1' }] },
    domain: 'QBO',
    sparse: false,
    Id: '1',
    SyncToken: '0',
    MetaData: { CreateTime: realm.madeAt, LastUpdatedTime: realm.madeAt },
  }
}
