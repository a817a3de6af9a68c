/** A synchronous payment: the answer comes once the phone has paid. */
export const mozambiqueRecipe = (publicUrl: string): string => `JARIBU=${publicUrl}
API_KEY=jaribulocalkeyformozambique00001

# 1. The bearer: the API key, encrypted with the public key
curl -sS "$JARIBU/emulator/mozambique/public-key" -o public-key.pem
bearer=$(printf %s "$API_KEY" | openssl pkeyutl -encrypt -pubin -inkey public-key.pem | base64 | tr -d '\\n')

# 2. A payment by the phone that pays by itself
curl -sS -X POST "$JARIBU/emulator/mozambique/ipg/v1x/c2bPayment/singleStage/" \\
  -H "Authorization: Bearer $bearer" -H 'Content-Type: application/json' -H 'Origin: *' \\
  -d '{"input_TransactionReference":"INV1","input_CustomerMSISDN":"258843330333","input_Amount":"10",
       "input_ThirdPartyReference":"REQ'"$(date +%s)"'","input_ServiceProviderCode":"171717"}'
echo`
