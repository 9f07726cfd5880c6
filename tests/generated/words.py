"""The vocabulary of invented reports. No place, person or organisation here is a real one."""

NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

PLACE_STARTS = (
    *("Merrow", "Quill", "Tarn", "Vell", "Orrin", "Sable", "Fenn", "Gorse"),
    *("Isker", "Dunmar", "Pell", "Brindle", "Kelder", "Thrax", "Wend", "Hollin"),
)
PLACE_ENDS = ("mouth", "wick", "ford", "ham", "stead", "combe", "minster", "haven", "bridge", "ley")
FIRST_NAMES = (
    *("Amara", "Bridget", "Calum", "Dilys", "Ewan", "Farida", "Gareth"),
    *("Hettie", "Imran", "Joan", "Kwame", "Lowri", "Mairi", "Niall"),
)
LAST_NAMES = (
    *("Ashdown", "Bellwether", "Cole-Hart", "Dunmore", "Eversley", "Fairbairn"),
    *("Griffin-Lee", "Holloway", "Ivers", "O'Dell", "Penrose"),
)

GROUPS = (
    "women on probation",
    "young adults",
    "people with experience of care",
    "people leaving custody",
    "people who had committed sexual offences",
    "neurodivergent people",
    "Gypsy, Roma and Traveller people",
    "people with no settled home",
    "veterans of the armed forces",
    "people serving their first sentence",
)
PARTNERS = (
    "the police",
    "the local authority",
    "children's services",
    "the Lantern Trust",
    "housing providers",
    "Harbour & Hill Recovery",
    "local employers",
    "the Department for Work and Pensions (DWP)",
    "substance misuse services",
    "the women's centre",
)
STAFF = (
    "practitioners",
    "senior probation officers (SPOs)",
    "case administrators",
    "probation services officers (PSOs)",
    "middle managers",
    "the co-located quality development officers",
    "newly qualified officers",
)
TOPICS = (
    "domestic abuse",
    "child safeguarding",
    "the management of risk",
    "trauma-informed practice",
    "desistance",
    "equality, diversity and inclusion (EDI)",
    "professional curiosity",
    "mental health and substance misuse",
    "accommodation",
    "contact with victims",
)
MEETINGS = (
    "multi-agency public protection arrangements (MAPPA)",
    "the Integrated Offender Management (IOM) scheme",
    "the community safety partnership",
    "the reducing reoffending board",
    "the Multi-Agency Safeguarding Hub (MASH)",
)

PRAISE = (
    "The head of the PDU led with energy and was well regarded by {staff}.",
    "There was a clear vision for work on {topic}, and it was understood by {staff}.",
    "Relationships with {partner} were strong, and they were used well to support {group}.",
    "Leaders made good use of data to understand the needs of {group}.",
    "A wide range of services was available to {group}, in accessible locations.",
    "The PDU played an active and valued part in {meeting}.",
    "Staff were motivated, and morale had improved since {month}.",
    "Training on {topic} was of high quality and was valued by {staff}.",
    "Managers promoted staff's wellbeing well, through supervision and a 'listening hour' each week.",
    "Joint work with {partner} was effective and had reduced delays for {group}.",
    "Inspectors saw impressive work with {group}, delivered together with {partner}.",
    "The induction of {staff} was thorough and highly valued.",
    "Information was shared quickly and securely with {partner}.",
    "The local delivery plan gave proper weight to {topic}.",
    "Learning from serious further offences had been put to good use in work on {topic}.",
    "Premises were welcoming, safe and easy to reach for {group}.",
    "{Staff} felt well supported by their managers and confident in their work on {topic}.",
    "The PDU had built a strong 'one team' culture that included {staff}.",
    "Creative use of regional funding had given {group} good access to support from {partner}.",
    "Governance was effective and held leaders properly to account for {topic}.",
)
CRITICISM = (
    "Workloads of {staff} were too high, and this undermined work on {topic}.",
    "Leaders had not done enough to understand the needs of {group}.",
    "There were significant gaps in the services for {group}.",
    "Management oversight of {topic} was not good enough.",
    "{Staff} did not feel listened to, and sickness absence remained too high.",
    "Referrals to {partner} were slow, and waiting lists had grown since {month}.",
    "Information from {partner} was not used well enough in work on {topic}.",
    "Training on {topic} was insufficient and had not reached {staff}.",
    "The views of {group} were not sought often enough.",
    "The PDU was poorly represented at {meeting}.",
    "Too many {topic} concerns were missed, because checks with {partner} were not made.",
    "Communication with {staff} was inconsistent, and changes were not explained well.",
    "There was no strategy for work with {group}.",
    "Vacancies remained a serious concern, particularly among {staff}.",
    "Supervision of {staff} lacked depth and did not improve practice.",
    "Some premises were unsuitable for {group}, and interviews could be overheard.",
    "Delays in work with {partner} left {group} without the support they needed.",
    "The quality of work on {topic} was too variable and fell short of what is required.",
    "Despite the efforts of {staff}, planning for {group} was weak.",
    "Leaders' plans for {topic} had not yet led to better practice, and staff were unsure of them.",
)
FOLLOW_PRAISE = (
    "This helped {group} to keep to their appointments.",
    "This was supported by regular meetings with {partner}.",
    "It had begun in {month} and was now well established.",
    "As a result, {staff} could concentrate on the people who needed them most.",
    "In particular, {staff} spoke highly of the support from {partner}.",
    "This work stood out during our inspection.",
    "One example was a drop-in service run with {partner} for {group}.",
    "It was the first scheme of its kind in the region.",
    "The approach built on a 'back to basics' plan, which put relationships with {group} at its heart.",
)
FOLLOW_CRITICISM = (
    "This left {group} without consistent support.",
    "As a result, opportunities to work with {partner} were missed.",
    "This had been known since {month} but had not been put right.",
    "In some instances, the risk of harm was underestimated.",
    "Consequently, {staff} had little time for reflection.",
    "This was of particular concern for people aged 18 to 25.",
    "{Staff} told us that they had raised this with leaders.",
    "Access to one-to-one support was limited, and CAS3 beds were scarce.",
    "For the final third of the sentence, contact was irregular.",
)

CASE_PRAISE = (
    "assessments took full account of personal circumstances",
    "practitioners worked flexibly to support compliance",
    "plans built on strengths and protective factors",
    "people on probation were meaningfully involved",
    "home visits supported the management of risk",
    "reviews led to the right changes",
    "practitioners drew on all available sources of information",
)
CASE_CRITICISM = (
    "plans did not sufficiently address the risk of harm to others",
    "reviews did not respond to changes in circumstances",
    "enquiries about domestic abuse were not made",
    "work with other agencies was not coordinated well enough",
    "contact was not frequent enough to support desistance",
    "contingency plans were missing or too general",
    "enforcement action was not taken when it was needed",
)
CASE_BOTH = CASE_PRAISE + CASE_CRITICISM
CONDITIONS = (
    "a curfew was imposed",
    "there were children in the household",
    "other agencies were involved",
    "drug or alcohol treatment was required",
    "the person had moved since sentence",
)
CASE_THINGS = ("assessments", "plans", "reviews", "inspected cases", "the cases we inspected", "risk management plans")
CASE_DID = (
    "gave enough weight to {topic}",
    "took the views of {group} into account",
    "drew on information from {partner}",
    "identified the factors linked to offending",
    "analysed protected characteristics well",
)

RECOMMENDATIONS = (
    "improve the quality of work to assess, plan for and manage the risk of harm",
    "ensure that {staff} have the time and skills they need for {topic}",
    "make better use of information from {partner} in every case",
    "seek and use the views of {group}",
    "provide all staff with training on {topic}",
    "strengthen management oversight, so that it improves practice with {group}",
    "work with {partner} to close the gaps in services for {group}",
    "make sure that enquiries about domestic abuse and child safeguarding are made in every relevant case",
    "review the workloads of {staff}, and act on what is found",
    "set out how the PDU will improve its contribution to {meeting}",
)
FOREWORD = (
    "Leaders had built a culture in which {staff} felt able to speak up, and this deserves recognition.",
    "The PDU worked closely with {partner}, and we saw the benefit for {group}.",
    "However, the quality of casework was not yet where it needs to be, particularly in relation to {topic}.",
    "Staffing has been difficult, and {staff} have carried more than their share.",
    "We were concerned about the way in which information from {partner} was used.",
    "Services for {group} were in place but were not used as often as they could have been.",
    "It is to the credit of {staff} that so much was achieved in a demanding year.",
    "Work to keep other people safe has to improve.",
)
SECTION_PROSE = (
    "This part of our work looked at {topic} and at the role of {partner}.",
    "We met {staff} and spoke to {partner}.",
    "What we learned here did not affect the ratings.",
    "The arrangements had been in place since {month}.",
    "Inspectors will return to this subject in the next round.",
    "Further detail is given under P 1.2 and in our annual report.",
)
OTHER_TITLES = (
    "Progress since our last visit",
    "Good practice",
    "Work with victims",
    "Effective practice and innovation",
    "What happens next",
    "Views of sentencers",
    "Partnership arrangements",
)
BACKGROUND_PLAIN = (
    "The PDU is served by {region} Police, and its offices stand within a short walk of the courts.",
    "Accommodation services are provided by the Lantern Trust, and dependency and recovery services by Harbour & Hill.",
    "The area is a mix of market towns and former ports, with pockets of low-income deprivation.",
    "The magistrates' court sits in the centre of {place}, while Crown Court cases are heard elsewhere.",
    "Since the end of the provider's contract on 31 March {year}, {partner} has offered employment support to {group}.",
)
USER_QUOTES = (
    "My officer listens to me and explains things in a way I can follow.",
    "I have had three officers in a year. Nobody tells you why.",
    "They helped me with my flat; without them I'd be on the street.",
    "I was told about my plan but I didn't get a say in it.",
    "It's been good, honestly. I turn up, we talk, and things get done.",
    "Appointments change all the time and it costs me 10 pounds to get there.",
    "She went above and beyond for me (and my kids).",
    "No complaints. They treat you like a person, not a number.",
    "I waited 12 weeks for the course and then it was cancelled.",
    "The staff at the front desk are kind and they know my name.",
)
FEEDBACK_TOPICS = (
    "understood what was expected of them on probation",
    "felt they had been treated fairly by probation staff",
    "said they had a good relationship with their practitioner",
    "received an induction to their sentence",
    "felt safe when they visited the probation office",
    "said that probation had supported their rehabilitation",
    "had been involved in creating their sentence plan",
)
