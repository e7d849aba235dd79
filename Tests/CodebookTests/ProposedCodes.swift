/// The 36 variables and 201 codes of the proposal of 2026-11-23, against which the file is held.
let proposedCodes: [(variable: String, codes: [String])] = [
  ("contact_id", []),
  ("contact_date", []),
  (
    "channel",
    [
      "web_chat", "whatsapp", "messenger", "telegram", "signal", "sms", "offline_form", "email",
      "phone", "other",
    ]
  ),
  ("contact_validity", ["valid", "no_content", "hoax", "test", "duplicate"]),
  ("topic_trafficking", ["yes", "possible", "no", "unknown"]),
  (
    "contact_role",
    [
      "self_victim", "other_known", "professional", "parent_carer", "exploiter", "info_seeker",
      "unknown",
    ]
  ),
  ("contact_seq", ["first", "return", "unknown"]),
  (
    "referral_source",
    [
      "search", "social", "campaign", "school", "professional", "friend_family", "helpline",
      "earlier_contact", "other", "unknown",
    ]
  ),
  ("language", ["nl", "en", "other"]),
  ("duration_min", []),
  ("n_messages_visitor", []),
  (
    "end_reason",
    [
      "closed_together", "visitor_left", "lost_connection", "counsellor_closed", "unknown",
    ]
  ),
  ("acute_safety", ["yes", "no", "unknown"]),
  ("person_id", []),
  ("ref_year", []),
  ("victim_status", ["possible", "likely", "not", "unknown"]),
  ("age_years", []),
  (
    "age_band",
    [
      "00_11", "12_14", "15", "16_17", "18_22", "23_29", "30plus", "minor_unspecified",
      "adult_unspecified", "unknown",
    ]
  ),
  ("gender", ["female", "male", "trans_nonbinary", "unknown"]),
  (
    "exploit_form",
    [
      "sexual", "criminal", "labour", "begging", "servitude", "forced_marriage", "organ", "other",
      "unknown",
    ]
  ),
  ("exploit_combo", ["sexual_only", "criminal_only", "sexual_criminal", "other_combo", "unknown"]),
  (
    "exploit_sub",
    [
      "sex_paid", "sex_webcam", "sex_images", "crim_drugs_move", "crim_theft", "crim_fraud",
      "crim_recruit", "other", "unknown",
    ]
  ),
  (
    "exploiter_relation",
    [
      "father", "mother", "stepparent", "parent_unspecified", "sibling", "other_family", "partner",
      "friend", "online_contact", "group", "stranger", "other", "unknown",
    ]
  ),
  ("parent_exploiter", ["one", "both", "unspecified", "step_only", "none", "unknown"]),
  ("n_exploiters", ["one", "several", "unknown"]),
  ("other_victims_family", ["yes", "no", "unknown"]),
  ("exploit_duration", ["lt_1m", "1_6m", "6_12m", "1_2y", "2_5y", "5plus", "unknown"]),
  ("situation_now", ["ongoing", "ended", "threatened", "unknown"]),
  (
    "in_view",
    [
      "none", "police", "care", "youth_care", "veilig_thuis", "school", "family_friend",
      "other_org", "unknown",
    ]
  ),
  (
    "reason_no_help",
    [
      "distrust_care", "distrust_police", "fear_blame", "shame", "fear_reprisal", "loyalty",
      "fear_family", "own_offences", "not_recognised", "images", "bad_experience", "other",
      "not_mentioned",
    ]
  ),
  (
    "control_means",
    [
      "threats", "physical", "sexual", "psychological", "images", "debt", "takes_earnings",
      "drugs", "isolation", "false_promises", "threat_family", "threat_police", "other", "unknown",
    ]
  ),
  (
    "recruitment",
    [
      "online", "lover", "family", "friends", "street", "care_setting", "work", "other", "unknown",
    ]
  ),
  ("region", ["noord", "oost", "west", "zuid", "abroad", "unknown"]),
  (
    "outcome",
    [
      "once_only", "kept_contact", "advice", "ref_offered", "ref_accepted", "meeting_agreed",
      "meeting_held", "police_accompanied", "police_report", "comensha", "shelter", "unknown",
    ]
  ),
  (
    "referred_to",
    [
      "fier_care", "zorgcoordinator", "veilig_thuis", "police", "gp", "youth_care", "csg",
      "helpline", "other", "none", "unknown",
    ]
  ),
  ("n_contacts", []),
]
