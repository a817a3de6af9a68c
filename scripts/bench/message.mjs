/** An STK callback of the size that providers send: about 600 bytes. */
export const stkCallback = (number) =>
  JSON.stringify({
    Body: {
      stkCallback: {
        MerchantRequestID: `5d7a-4c0b-8e13-2fa9c70b16d4${number}`,
        CheckoutRequestID: `ws_CO_20112026091530${number}`,
        ResultCode: 0,
        ResultDesc: 'The service request is processed successfully.',
        CallbackMetadata: {
          Item: [
            { Name: 'Amount', Value: 1.0 },
            { Name: 'MpesaReceiptNumber', Value: `UKK${number.toString(36).toUpperCase().padStart(7, '0')}` },
            { Name: 'Balance' },
            { Name: 'TransactionDate', Value: 20261120091547 },
            { Name: 'PhoneNumber', Value: 254708374149 },
          ],
        },
      },
    },
  })
