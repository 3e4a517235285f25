namespace TenderWatch.Core.Languages;

/// <summary>The countries of ISO 3166-1 by their alpha-3 code, and the codes that the EU uses beside them.</summary>
internal static class CountryWords
{
    // One country a line: code, Dutch, English where it differs.
    private const string Table = """
        ABW Aruba
        AFG Afghanistan
        AGO Angola
        AIA Anguilla
        ALA Åland|Åland Islands
        ALB Albanië|Albania
        AND Andorra
        ARE Verenigde Arabische Emiraten|United Arab Emirates
        ARG Argentinië|Argentina
        ARM Armenië|Armenia
        ASM Amerikaans-Samoa|American Samoa
        ATA Antarctica
        ATF Franse Zuidelijke Gebieden|French Southern Territories
        ATG Antigua en Barbuda|Antigua and Barbuda
        AUS Australië|Australia
        AUT Oostenrijk|Austria
        AZE Azerbeidzjan|Azerbaijan
        BDI Burundi
        BEL België|Belgium
        BEN Benin
        BES Bonaire, Sint Eustatius en Saba|Bonaire, Sint Eustatius and Saba
        BFA Burkina Faso
        BGD Bangladesh
        BGR Bulgarije|Bulgaria
        BHR Bahrein|Bahrain
        BHS Bahama's|Bahamas
        BIH Bosnië en Herzegovina|Bosnia and Herzegovina
        BLM Saint-Barthélemy
        BLR Belarus
        BLZ Belize
        BMU Bermuda
        BOL Bolivia
        BRA Brazilië|Brazil
        BRB Barbados
        BRN Brunei
        BTN Bhutan
        BVT Bouveteiland|Bouvet Island
        BWA Botswana
        CAF Centraal-Afrikaanse Republiek|Central African Republic
        CAN Canada
        CCK Cocoseilanden|Cocos (Keeling) Islands
        CHE Zwitserland|Switzerland
        CHL Chili|Chile
        CHN China
        CIV Ivoorkust|Côte d'Ivoire
        CMR Kameroen|Cameroon
        COD Congo-Kinshasa|Democratic Republic of the Congo
        COG Congo-Brazzaville|Congo
        COK Cookeilanden|Cook Islands
        COL Colombia
        COM Comoren|Comoros
        CPV Kaapverdië|Cabo Verde
        CRI Costa Rica
        CUB Cuba
        CUW Curaçao
        CXR Christmaseiland|Christmas Island
        CYM Kaaimaneilanden|Cayman Islands
        CYP Cyprus
        CZE Tsjechië|Czechia
        DEU Duitsland|Germany
        DJI Djibouti
        DMA Dominica
        DNK Denemarken|Denmark
        DOM Dominicaanse Republiek|Dominican Republic
        DZA Algerije|Algeria
        ECU Ecuador
        EGY Egypte|Egypt
        ERI Eritrea
        ESH Westelijke Sahara|Western Sahara
        ESP Spanje|Spain
        EST Estland|Estonia
        ETH Ethiopië|Ethiopia
        FIN Finland
        FJI Fiji
        FLK Falklandeilanden|Falkland Islands
        FRA Frankrijk|France
        FRO Faeröer|Faroe Islands
        FSM Micronesia
        GAB Gabon
        GBR Verenigd Koninkrijk|United Kingdom
        GEO Georgië|Georgia
        GGY Guernsey
        GHA Ghana
        GIB Gibraltar
        GIN Guinee|Guinea
        GLP Guadeloupe
        GMB Gambia
        GNB Guinee-Bissau|Guinea-Bissau
        GNQ Equatoriaal-Guinea|Equatorial Guinea
        GRC Griekenland|Greece
        GRD Grenada
        GRL Groenland|Greenland
        GTM Guatemala
        GUF Frans-Guyana|French Guiana
        GUM Guam
        GUY Guyana
        HKG Hongkong|Hong Kong
        HMD Heard en McDonaldeilanden|Heard Island and McDonald Islands
        HND Honduras
        HRV Kroatië|Croatia
        HTI Haïti|Haiti
        HUN Hongarije|Hungary
        IDN Indonesië|Indonesia
        IMN Man|Isle of Man
        IND India
        IOT Brits Indische Oceaanterritorium|British Indian Ocean Territory
        IRL Ierland|Ireland
        IRN Iran
        IRQ Irak|Iraq
        ISL IJsland|Iceland
        ISR Israël|Israel
        ITA Italië|Italy
        JAM Jamaica
        JEY Jersey
        JOR Jordanië|Jordan
        JPN Japan
        KAZ Kazachstan|Kazakhstan
        KEN Kenia|Kenya
        KGZ Kirgizië|Kyrgyzstan
        KHM Cambodja|Cambodia
        KIR Kiribati
        KNA Saint Kitts en Nevis|Saint Kitts and Nevis
        KOR Zuid-Korea|South Korea
        KWT Koeweit|Kuwait
        LAO Laos
        LBN Libanon|Lebanon
        LBR Liberia
        LBY Libië|Libya
        LCA Saint Lucia
        LIE Liechtenstein
        LKA Sri Lanka
        LSO Lesotho
        LTU Litouwen|Lithuania
        LUX Luxemburg|Luxembourg
        LVA Letland|Latvia
        MAC Macau|Macao
        MAF Sint-Maarten (Frans)|Saint Martin (French part)
        MAR Marokko|Morocco
        MCO Monaco
        MDA Moldavië|Moldova
        MDG Madagaskar|Madagascar
        MDV Maldiven|Maldives
        MEX Mexico
        MHL Marshalleilanden|Marshall Islands
        MKD Noord-Macedonië|North Macedonia
        MLI Mali
        MLT Malta
        MMR Myanmar
        MNE Montenegro
        MNG Mongolië|Mongolia
        MNP Noordelijke Marianen|Northern Mariana Islands
        MOZ Mozambique
        MRT Mauritanië|Mauritania
        MSR Montserrat
        MTQ Martinique
        MUS Mauritius
        MWI Malawi
        MYS Maleisië|Malaysia
        MYT Mayotte
        NAM Namibië|Namibia
        NCL Nieuw-Caledonië|New Caledonia
        NER Niger
        NFK Norfolk|Norfolk Island
        NGA Nigeria
        NIC Nicaragua
        NIU Niue
        NLD Nederland|Netherlands
        NOR Noorwegen|Norway
        NPL Nepal
        NRU Nauru
        NZL Nieuw-Zeeland|New Zealand
        OMN Oman
        PAK Pakistan
        PAN Panama
        PCN Pitcairneilanden|Pitcairn
        PER Peru
        PHL Filipijnen|Philippines
        PLW Palau
        PNG Papoea-Nieuw-Guinea|Papua New Guinea
        POL Polen|Poland
        PRI Puerto Rico
        PRK Noord-Korea|North Korea
        PRT Portugal
        PRY Paraguay
        PSE Palestina|Palestine
        PYF Frans-Polynesië|French Polynesia
        QAT Qatar
        REU Réunion
        ROU Roemenië|Romania
        RUS Rusland|Russia
        RWA Rwanda
        SAU Saudi-Arabië|Saudi Arabia
        SDN Sudan
        SEN Senegal
        SGP Singapore
        SGS Zuid-Georgia en de Zuidelijke Sandwicheilanden|South Georgia and the South Sandwich Islands
        SHN Sint-Helena, Ascension en Tristan da Cunha|Saint Helena, Ascension and Tristan da Cunha
        SJM Spitsbergen en Jan Mayen|Svalbard and Jan Mayen
        SLB Salomonseilanden|Solomon Islands
        SLE Sierra Leone
        SLV El Salvador
        SMR San Marino
        SOM Somalië|Somalia
        SPM Saint-Pierre en Miquelon|Saint Pierre and Miquelon
        SRB Servië|Serbia
        SSD Zuid-Sudan|South Sudan
        STP Sao Tomé en Principe|Sao Tome and Principe
        SUR Suriname
        SVK Slowakije|Slovakia
        SVN Slovenië|Slovenia
        SWE Zweden|Sweden
        SWZ Eswatini
        SXM Sint Maarten|Sint Maarten (Dutch part)
        SYC Seychellen|Seychelles
        SYR Syrië|Syria
        TCA Turks- en Caicoseilanden|Turks and Caicos Islands
        TCD Tsjaad|Chad
        TGO Togo
        THA Thailand
        TJK Tadzjikistan|Tajikistan
        TKL Tokelau
        TKM Turkmenistan
        TLS Oost-Timor|Timor-Leste
        TON Tonga
        TTO Trinidad en Tobago|Trinidad and Tobago
        TUN Tunesië|Tunisia
        TUR Turkije|Türkiye
        TUV Tuvalu
        TWN Taiwan
        TZA Tanzania
        UGA Uganda
        UKR Oekraïne|Ukraine
        UMI Kleine afgelegen eilanden van de Verenigde Staten|United States Minor Outlying Islands
        URY Uruguay
        USA Verenigde Staten|United States
        UZB Oezbekistan|Uzbekistan
        VAT Vaticaanstad|Vatican City
        VCT Saint Vincent en de Grenadines|Saint Vincent and the Grenadines
        VEN Venezuela
        VGB Britse Maagdeneilanden|British Virgin Islands
        VIR Amerikaanse Maagdeneilanden|United States Virgin Islands
        VNM Vietnam
        VUT Vanuatu
        WLF Wallis en Futuna|Wallis and Futuna
        WSM Samoa
        XKX Kosovo
        1A0 Kosovo
        YEM Jemen|Yemen
        ZAF Zuid-Afrika|South Africa
        ZMB Zambia
        ZWE Zimbabwe
        """;

    private static readonly Dictionary<string, LocalizedText> Names = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToDictionary(line => line[..3], line => line[4..].Split('|') is [var nl, var en] ? new LocalizedText(nl, en) : LocalizedText.Same(line[4..]), StringComparer.Ordinal);

    public static bool IsKnown(string code) => Names.ContainsKey(code);

    public static string Of(string code, Language language) => Names.TryGetValue(code, out var name) ? name.In(language) : code;
}
