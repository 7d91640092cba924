namespace Nexus.Bot.Times;

/// <summary>What people call a zone by, beyond the names in the zone database: large cities that have no entry there, and short forms.</summary>
internal static class ZonePlaces
{
    /// <summary>Cities and countries by the zone they are in.</summary>
    public static IReadOnlyDictionary<string, string[]> Cities { get; } = Read(
        """
        Africa/Lagos: Abuja, Kano, Ibadan, Port Harcourt, Benin City, Kaduna, Enugu, Jos, Abeokuta, Ilorin, Warri, Calabar, Uyo, Owerri
        Africa/Accra: Kumasi, Tamale, Cape Coast, Takoradi
        Africa/Nairobi: Mombasa, Kisumu, Nakuru, Eldoret, Thika
        Africa/Kampala: Entebbe, Gulu, Mbarara
        Africa/Dar_es_Salaam: Dodoma, Arusha, Mwanza, Zanzibar
        Africa/Kigali: Butare, Huye
        Africa/Addis_Ababa: Adama, Bahir Dar, Hawassa, Mekelle, Dire Dawa
        Africa/Johannesburg: Cape Town, Durban, Pretoria, Soweto, Gqeberha, Port Elizabeth, Bloemfontein
        Africa/Cairo: Alexandria, Giza
        Africa/Casablanca: Rabat, Marrakesh, Marrakech, Fes, Tangier, Agadir
        Africa/Algiers: Oran, Constantine
        Africa/Tunis: Sfax
        Africa/Harare: Bulawayo
        Africa/Lusaka: Ndola, Kitwe
        Africa/Douala: Yaounde
        Africa/Abidjan: Yamoussoukro
        Africa/Dakar: Thies
        Africa/Kinshasa: Matadi
        Africa/Lubumbashi: Goma, Bukavu
        Africa/Luanda: Huambo
        Europe/London: UK, England, Scotland, Wales, Manchester, Birmingham, Edinburgh, Glasgow, Leeds, Cardiff, Great Britain
        Europe/Berlin: Munich, Hamburg, Frankfurt, Cologne, Stuttgart, Leipzig
        Europe/Paris: Lyon, Marseille, Toulouse
        Europe/Madrid: Barcelona, Valencia, Seville
        Europe/Rome: Milan, Naples, Turin
        Europe/Amsterdam: Rotterdam, The Hague, Utrecht
        Europe/Stockholm: Gothenburg, Malmo
        Europe/Zurich: Geneva, Bern, Basel
        Europe/Warsaw: Krakow, Gdansk, Wroclaw
        Europe/Kyiv: Lviv, Kharkiv, Odesa
        Europe/Istanbul: Ankara, Izmir
        Europe/Lisbon: Porto
        Europe/Dublin: Cork
        Europe/Moscow: Saint Petersburg
        America/New_York: Boston, Washington, Miami, Atlanta, Philadelphia, Pittsburgh, Eastern Time
        America/Chicago: Houston, Dallas, Austin, San Antonio, Minneapolis, New Orleans, Central Time
        America/Denver: Salt Lake City, Albuquerque, Mountain Time
        America/Los_Angeles: San Francisco, San Diego, Seattle, Portland, San Jose, Las Vegas, Pacific Time
        America/Toronto: Montreal, Ottawa
        America/Edmonton: Calgary
        America/Sao_Paulo: Rio de Janeiro, Brasilia, Belo Horizonte
        America/Mexico_City: Guadalajara
        Asia/Kolkata: Mumbai, Delhi, New Delhi, Bangalore, Bengaluru, Hyderabad, Chennai, Pune, Ahmedabad
        Asia/Karachi: Lahore, Islamabad
        Asia/Shanghai: Beijing, Shenzhen, Guangzhou, Chengdu
        Asia/Dubai: Abu Dhabi, UAE, Sharjah
        Asia/Riyadh: Jeddah, Mecca
        Asia/Tokyo: Osaka, Kyoto
        Asia/Ho_Chi_Minh: Hanoi, Saigon
        Asia/Jerusalem: Tel Aviv
        Asia/Manila: Cebu, Quezon City
        Australia/Sydney: Canberra
        Australia/Melbourne: Geelong
        Pacific/Auckland: Wellington, Christchurch
        """);

    /// <summary>Short forms, often of several zones: then nobody can tell which one is meant.</summary>
    public static IReadOnlyDictionary<string, string[]> ShortForms { get; } = Read(
        """
        wat: Africa/Lagos
        eat: Africa/Nairobi
        cat: Africa/Maputo
        sast: Africa/Johannesburg
        gmt: UTC, Europe/London, Africa/Accra
        bst: Europe/London
        wet: Europe/Lisbon, Africa/Casablanca
        cet: Europe/Berlin, Europe/Paris, Africa/Algiers
        cest: Europe/Berlin, Europe/Paris
        eet: Europe/Kyiv, Africa/Cairo, Europe/Athens
        est: America/New_York, America/Jamaica
        edt: America/New_York
        cst: America/Chicago, Asia/Shanghai
        cdt: America/Chicago
        mst: America/Denver, America/Phoenix
        mdt: America/Denver
        pst: America/Los_Angeles, Asia/Manila
        pdt: America/Los_Angeles
        ist: Asia/Kolkata, Europe/Dublin, Asia/Jerusalem
        us: America/New_York, America/Chicago, America/Denver, America/Los_Angeles
        usa: America/New_York, America/Chicago, America/Denver, America/Los_Angeles
        """);

    private static Dictionary<string, string[]> Read(string lines) => lines
        .Split('\n')
        .Select(line => line.Split(": "))
        .ToDictionary(line => line[0], line => line[1].Split(", "));
}
