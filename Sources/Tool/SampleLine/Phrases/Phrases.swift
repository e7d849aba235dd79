/// The sentences of the invented chats, in tables by what they tell.
///
/// Written for this generator alone. Braces hold what differs from chat to chat: `{dader}` is the
/// one who exploits, `{hij}`, `{hem}` and `{zijn}` stand for that person or group, `{moet|moeten}`
/// follows their number, the other words are details of the visitor (`Cast`). `//` begins a new
/// message.
enum Phrases {}
