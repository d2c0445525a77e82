/** Generated from specs/ by `pnpm generate`: do not edit. */
export { document as orangeMoneySonatel } from "./orange-money-sonatel.js"
export { document as orangeMoney } from "./orange-money.js"
export { document as playgroundAdmin } from "./playground-admin.js"
export { document as poiShops } from "./poi-shops.js"
export { document as sms } from "./sms.js"
export { document as userinfo } from "./userinfo.js"
