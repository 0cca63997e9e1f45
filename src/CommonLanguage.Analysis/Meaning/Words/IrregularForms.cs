namespace CommonLanguage.Analysis.Meaning.Words;

/// <summary>English forms that no ending explains, each with its base.</summary>
static class IrregularForms
{
    /// <summary>Pairs "form base", separated by blanks.</summary>
    public const string English =
        "went go gone go taken take took take given give gave give made make making make held hold kept keep known know knew know seen see saw see "
        + "written write wrote write sent send built build bought buy brought bring caught catch chosen choose chose choose done do did do driven drive "
        + "drawn draw drew draw fallen fall fell fall felt feel found find got get gotten get grown grow grew grow heard hear hidden hide laid lay led lead "
        + "lent lend left leave lost lose meant mean met meet paid pay run run ran run said say sold sell set set shown show shown show shut shut spent spend "
        + "spoken speak spoke speak stolen steal stood stand stuck stick taught teach told tell thought think thrown throw threw throw understood understand "
        + "worn wear won win broken break broke break begun begin began begin became become come come came come eaten eat ate eat flown fly forgotten forget "
        + "frozen freeze risen rise rose rise ridden ride rung ring sung sing sunk sink slept sleep sworn swear swept sweep swum swim torn tear woken wake "
        + "borne bear bore bear born bear bent bend bound bind bred breed dealt deal dug dig fed feed fought fight fled flee hung hang hurt hurt knelt kneel "
        + "sought seek shaken shake shot shoot slid slide spread spread struck strike children child men man women woman people person feet foot teeth tooth "
        + "mice mouse geese goose lives life knives knife halves half leaves leaf shelves shelf thieves thief wives wife wolves wolf loaves loaf selves self "
        + "criteria criterion phenomena phenomenon analyses analysis bases basis crises crisis theses thesis hypotheses hypothesis indices index matrices matrix "
        + "vertices vertex appendices appendix axes axis media medium bacteria bacterium larger large largest large smaller small better good best good worse bad worst bad "
        + "less little least little further far centre center centres center metre meter metres meter litre liter litres liter defence defense licence license "
        + "offence offense programme program programmes program grey gray cheque check catalogue catalog dialogue dialog whilst while amongst among towards toward "
        + "labelled label labelling label travelled travel modelling model modelled model fulfil fulfill enrol enroll fulfilment fulfillment enrolment enrollment";
}
