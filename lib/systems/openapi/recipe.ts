/** A session first, then a synchronous collection: the answer comes once the phone has paid. */
export const openapiRecipe = (publicUrl: string): string => `JARIBU=${publicUrl}
BASE="$JARIBU/emulator/openapi/sandbox/ipg/v2/vodacomTZN"
API_KEY=jaribulocalkeyformpesaopenapi001

# 1. Encrypt with the public key, as the portal asks
curl -sS "$JARIBU/emulator/openapi/public-key" -o public-key.pem
encrypt() { printf %s "$1" | openssl pkeyutl -encrypt -pubin -inkey public-key.pem | base64 | tr -d '\\n'; }

# 2. A session key for the API key
session=$(curl -sS "$BASE/getSession/" -H "Authorization: Bearer $(encrypt "$API_KEY")" -H 'Origin: *' |
  sed 's/.*"output_SessionID":"\\([^"]*\\)".*/\\1/')

# 3. A collection from the phone that pays by itself
curl -sS -X POST "$BASE/c2bPayment/singleStage/" \\
  -H "Authorization: Bearer $(encrypt "$session")" -H 'Content-Type: application/json' -H 'Origin: *' \\
  -d '{"input_Amount":"10","input_CustomerMSISDN":"255700000100","input_Country":"TZN","input_Currency":"TZS",
       "input_ServiceProviderCode":"000000","input_TransactionReference":"INV1",
       "input_ThirdPartyConversationID":"call'"$(date +%s)"'","input_PurchasedItemsDesc":"Shoes"}'
echo`
