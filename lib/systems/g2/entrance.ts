import type { Operation } from '@/lib/catalogue/types'

/** Broker integration guide, SOAP header; online checkout guide, CheckOutHeader. */
export const g2Entrance = ({ fields }: Operation): string =>
  fields.some(({ name }) => name === 'MERCHANT_ID')
    ? 'Send CheckOutHeader with MERCHANT_ID, TIMESTAMP (fourteen digits) and PASSWORD: the base64 of the hexadecimal SHA-256 of MERCHANT_ID, passkey and TIMESTAMP.'
    : 'Send spId, serviceId, timeStamp (fourteen digits) and spPassword: the base64 of the hexadecimal SHA-256 of spId, SP password and timeStamp.'
